#![preamble("struct point { int x; double y; const char *name; };")]
/// A point.
struct point {
    /// Leftwards.
    int x;
    double y;
    const char *name;
};
