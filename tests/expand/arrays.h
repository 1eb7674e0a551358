#![preamble("struct arrays { int given[2][3]; short asked[4]; }; typedef int row[5]; extern char names[6][7];")]
struct arrays { int given[2][3]; short asked[...]; };
typedef int row[...];
extern char names[...][7];
