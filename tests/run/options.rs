//! The options at the top of a block.

mod c {
    cffi_rt::cdef! {
        #![include_dir("c", "c/deep")]
        #![define(OPT_VALUE = "40", OPT_BARE)]
        #![flag("-DOPT_FLAG=2")]
        #![source("c/options.c", "c/options_more.c")]
        #include "options.h"
        #include "options_deep.h"

        #define OPT_ASKED ...
        #define OPT_FLAGGED ...
        #define OPT_HAS_BARE ...
        #define OPT_DEEP ...
        int opt_function(void);
        int opt_more(void);
    }
}

mod again {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![define(OPT_VALUE = "1")]
        #![define(OPT_FUNCTION = "opt_function_again")]
        #![flag("-DOPT_FLAG=1")]
        #![source("c/options.c")]
        #include "options.h"
        #define OPT_ASKED 1
        #define OPT_HAS_BARE 0
        int opt_function_again(void);
    }
}

mod hidden {
    cffi_rt::cdef! {
        #![include_dir("c/deep/../../c")]
        #![define(OPT_VALUE = "1", OPT_FUNCTION = "opt_function_hidden")]
        #![flag("-DOPT_FLAG=1", "-fvisibility=hidden")]
        #![source("c/deep/../options.c")]
        #include "options.h"
        int opt_function_hidden(void);
        static int opt_own(int i) { return i + 1; }
    }
}

#[cfg(target_os = "linux")]
mod link {
    cffi_rt::cdef! {
        #![link("m")]
        #include <math.h>
        #define M_PI ...
        double cos(double x);
        double pow(double x, double y);
    }
}

#[cfg(target_os = "linux")]
mod link_declared {
    cffi_rt::cdef! {
        #![link("m", kind = "dylib")]
        double floor(double x);
    }
}

mod preamble {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stddef.h>
            typedef struct { int a; } own;
            #define OWN_VALUE 12
            static int own_twice(int i) { return i * 2; }
            int own_extern(const own *o) { return o->a; }
        "#)]
        typedef struct { int a; } own;
        #define OWN_VALUE ...
        int own_twice(int i);
        int own_extern(const own *o);
    }
}

mod preamble_before_include {
    cffi_rt::cdef! {
        #![preamble("#define OPT_VALUE 8\n#define OPT_FLAG 9")]
        #![include_dir("c")]
        #include "options.h"
        #define OPT_ASKED ...
        #define OPT_FLAGGED ...
    }
}

mod directives {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #define OPT_VALUE 18
        #if OPT_VALUE > 10
        #define OPT_FLAG 19
        #endif
        #include "options.h"
        #define OPT_ASKED ...
        #define OPT_FLAGGED ...
    }
}

mod prefixed {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![prefix(px_, PX_)]
        #include "prefix.h"

        enum px_kind { PX_KIND_A, PX_KIND_B };
        typedef struct px_point { int x, y; } px_point_t;
        #define PX_VERSION ...
        int px_add(int a, int b);
        int px_sum(const px_point_t *p);
        int px_type(void);
        enum px_kind px_kind_of(int i);
        int other_name(void);
        extern int px_global;
    }
}

#[test]
fn defines_flags_and_folders_reach_probe_stubs_and_sources() {
    assert_eq!((c::OPT_ASKED, c::OPT_FLAGGED, c::OPT_HAS_BARE, c::OPT_DEEP), (40, 2, 1, c"deep"));
    // SAFETY: the functions have no arguments.
    unsafe {
        assert_eq!(c::opt_function(), 42);
        assert_eq!(c::opt_more(), 5);
    }
}

#[test]
fn each_block_has_its_own_options() {
    assert_eq!((again::OPT_ASKED, again::OPT_HAS_BARE), (1, 0));
    // SAFETY: the function has no arguments.
    assert_eq!(unsafe { again::opt_function_again() }, 2);
}

#[test]
fn hidden_symbols_of_a_source_by_a_roundabout_path_are_linked() {
    // SAFETY: the functions take any small number.
    assert_eq!(unsafe { (hidden::opt_function_hidden(), hidden::opt_own(1)) }, (2, 2));
}

#[cfg(target_os = "linux")]
#[test]
fn libraries_are_linked() {
    assert_eq!(link::M_PI, std::f64::consts::PI);
    // SAFETY: the functions take any number.
    unsafe {
        assert_eq!(link::cos(0.0), 1.0);
        assert_eq!(link::pow(2.0, 10.0), 1024.0);
        assert_eq!(link_declared::floor(3.5), 3.0);
    }
}

#[test]
fn a_preamble_defines_what_the_block_declares() {
    let own = preamble::own { a: 4 };
    assert_eq!(preamble::OWN_VALUE, 12);
    // SAFETY: the pointer is that of a live value.
    unsafe {
        assert_eq!(preamble::own_twice(4), 8);
        assert_eq!(preamble::own_extern(&own), 4);
    }
}

#[test]
fn what_stands_before_an_include_reaches_it() {
    assert_eq!((preamble_before_include::OPT_ASKED, preamble_before_include::OPT_FLAGGED), (8, 9));
    assert_eq!((directives::OPT_ASKED, directives::OPT_FLAGGED), (18, 19));
}

#[test]
fn prefixes_are_left_off_in_rust_alone() {
    let kind: prefixed::kind = prefixed::KIND_B;
    assert_eq!(kind.0, 1);
    assert_eq!(prefixed::VERSION, 3);
    let point = prefixed::point { x: 1, y: 2 };
    let same: prefixed::point_t = point;
    // SAFETY: the pointer is that of a live value.
    unsafe {
        assert_eq!(prefixed::add(1, 2), 3);
        assert_eq!(prefixed::sum(&same), 3);
        assert_eq!(prefixed::r#type(), 8);
        assert_eq!(prefixed::kind_of(1), prefixed::KIND_B);
        assert_eq!(prefixed::other_name(), 6);
        assert_eq!(*prefixed::global(), 9);
    }
}
