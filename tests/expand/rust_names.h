#![preamble("typedef struct px_box px_box; px_box *px_box_new(void); void px_box_free(px_box *); int px_box_get(const px_box *); enum px_kind { PX_A }; enum px_kind px_kindOf(int);")]
#![names(rust)]
#![prefix(px_, PX_)]
enum px_kind { PX_A };
enum px_kind px_kindOf(int value);
unsafe extern "C" {
    struct px_box cdef_destroy(px_box_free);
    px_box *cdef_owned _Nullable px_box_new(void);
    int px_box_get(const px_box *box);
}
