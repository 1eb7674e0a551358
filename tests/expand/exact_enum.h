#![preamble("enum color { RED, GREEN = 5, BLUE }; enum { LOOSE = -1 };")]
/// A color.
enum color {
    RED, /**< Warm. */
    GREEN = 5,
    BLUE
};
enum { LOOSE = -1 };
