/* The same with all words; C must find each declaration compatible with its first. */

typedef _Return_type_success_(return == 0) int library_rc cdef_error_text(counter_message) cdef_name(Status);
struct counter cdef_destroy(counter_close, kept_on_failure) cdef_retain(counter_ref) cdef_send cdef_sync cdef_opaque;

unsigned long checksum(unsigned long start, const unsigned char *__counted_by(len) buf, unsigned len) cdef_safe;
library_rc inflate_all(_Out_writes_to_(*dest_len, *dest_len) unsigned char *dest, _Inout_ unsigned long *dest_len,
                       const unsigned char *__counted_by_or_null(source_len) source, unsigned long source_len);
library_rc seal(_Out_ unsigned char *__counted_by(mlen + 16) c, const unsigned char *__sized_by(mlen) m,
                _In_range_(0, 0xffffffffu) unsigned long long mlen, const unsigned char *__counted_by(24) n,
                _In_reads_(32) const unsigned char *k) cdef_requires(library);
char *__null_terminated to_hex(_Out_writes_z_(hex_maxlen) char *hex __lifetimebound, unsigned long hex_maxlen,
                               _In_reads_bytes_(bin_len) const unsigned char *bin, unsigned long bin_len)
    _Pre_satisfies_(bin_len < 100 && hex_maxlen > bin_len * 2);
library_rc library_init(void) cdef_provides(library);
library_rc counter_open(_In_z_ const char *__null_terminated name, _Always_(_Outptr_) counter *cdef_owned *out)
    cdef_name(open) cdef_error(counter_message(*out));
library_rc counter_close(counter *cdef_consumed cdef_consumed_on(success) self) _Check_return_;
counter *cdef_owned _Nonnull counter_ref(counter *__single _Nonnull cdef_shared self);
const char *__null_terminated cdef_transient _Nullable counter_message(counter *cdef_shared _Nonnull self);
library_rc counter_rows(counter *cdef_shared _Nonnull self, const char *__null_terminated _Nonnull text,
                        int (*_Nullable row)(void *context, int count, char **values)
                            cdef_closure(context) cdef_scope(call) cdef_on_panic(1),
                        void *context,
                        _On_failure_(_Outptr_opt_) char *_Nullable cdef_owned_by(counter_free) *_Nullable message)
    _Success_(return == 0 || return == 100) cdef_requires(lock: counter);
library_rc counter_watch(counter *self, int (*call)(void *context) cdef_closure(context) cdef_scope(until(destroy)),
                         void *context, void (*destroy)(void *) cdef_destroyer(context, on_success));
const char *cdef_within(text) cdef_stable counter_find(const char *__null_terminated __noescape text, char byte);
void counter_keep(_In_opt_ counter *self, const char *__unsafe_indexable __lifetime_capture_by(self) text) cdef_unsafe;
void counter_free(void *__sized_by_or_null(0) cdef_static memory) cdef_optional;
int counter_sum(const int *__ended_by(last) first, _In_reads_to_ptr_(first) const int *last);
