#![preamble(r#"
    struct pair { long a, b; };
    typedef long (__attribute__((ms_abi)) *step)(long);
    long __attribute__((ms_abi)) apply(step f, long n);
    long __attribute__((sysv_abi)) usual(long n);
    struct table { step first; long (*second)(long); };
    struct opaque_pair { long a; char b : 3; };
    __attribute__((ms_abi)) long by_stub(struct opaque_pair p);
    #define stdcall_word __attribute__((stdcall))
"#)]
struct pair { long a, b; };
typedef long (__attribute__((ms_abi)) *step)(long);
long __attribute__((ms_abi)) apply(step f, long n);
long __attribute__((sysv_abi)) usual(long n);
struct table { long (__attribute__((ms_abi)) *first)(long); long (__stdcall *second)(long); };
struct opaque_pair { long a; char b : 3; };
__attribute__((ms_abi)) long by_stub(struct opaque_pair p);
__attribute__((ms_abi)) long own(struct pair p) { return p.a - p.b; }
