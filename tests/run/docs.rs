//! Documentation comments may stand wherever C headers have them.

/// Documented from within the block.
pub(crate) mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct doc_point { int x; int y; int z; };
            enum doc_kind { DOC_A, DOC_B };
            #define DOC_ONE 1
            #define DOC_TWO 2
            typedef int doc_int;
            static int doc_add(int a, int b) { return a + b; }
            static int doc_global = 3;
        "#)]

        //! About the whole block.

        /** A point. */
        struct doc_point {
            /// Leftwards.
            int x;
            int y; /**< Upwards. */
            /*! Outwards. */
            int z;
        };

        /// A kind.
        enum doc_kind {
            DOC_A, /**< The first. */
            /** The second. */
            DOC_B
        };

        /// One.
        #define DOC_ONE ...
        #define DOC_TWO 2 /**< Two. */

        /** Some integer,
         *  over two lines. */
        typedef int doc_int;

        /// Adds.
        int doc_add(int a /**< the one */, /** the other */ int b);

        /// A variable.
        extern int doc_global;
    }
}

/// The same in a string.
pub(crate) mod string {
    cffi_rt::cdef!(
        r#"
        /** A point. */
        struct doc_point {
            int x; ///< Leftwards.
            int y; /**< Upwards. */
        };
        #define DOC_ONE 1 /**< One. */
        /// Adds. It's "quoted" \ and not.
        int abs(int a /**< the one */);
    "#
    );
}

#[test]
fn documentation_does_not_disturb_declarations() {
    let point = c::doc_point { x: 1, y: 2, z: 3 };
    assert_eq!((point.x, point.y, point.z), (1, 2, 3));
    assert_eq!((c::DOC_A.0, c::DOC_B.0, c::DOC_ONE, c::DOC_TWO), (0, 1, 1, 2));
    let number: c::doc_int = 4;
    // SAFETY: nothing else uses the variable.
    unsafe {
        assert_eq!(c::doc_add(number, 1), 5);
        assert_eq!(*c::doc_global(), 3);
        assert_eq!(string::abs(-1), 1);
    }
    let other = string::doc_point { x: 1, y: string::DOC_ONE };
    assert_eq!(other.x, other.y);
}
