"""Times of Python's CFFI for the declarations of the benchmark `loading`.

prepare FOLDER COUNT    writes the modules of the out-of-line modes
MODE LIBRARY COUNT      prints how many nanoseconds the mode takes, from its import to the last function's address
"""

import os
import sys
import time


def declarations(count):
    return "".join(f"int bench_{n}(int a);\n" for n in range(count))


def prepare(folder, count):
    import cffi

    out_of_line = cffi.FFI()
    out_of_line.cdef(declarations(count))
    out_of_line.set_source("bench_abi", None)
    out_of_line.compile(tmpdir=folder)

    api = cffi.FFI()
    api.cdef(declarations(count))
    folder = os.path.abspath(folder)
    api.set_source(
        "bench_api", declarations(count), libraries=["bench"], library_dirs=[folder], runtime_library_dirs=[folder]
    )
    api.compile(tmpdir=folder)


def look_up(library, count):
    # What is imported is looked up when it is used; a block has all addresses when it is loaded.
    for n in range(count):
        getattr(library, f"bench_{n}")


def in_line(path, count):
    import cffi

    ffi = cffi.FFI()
    ffi.cdef(declarations(count))
    look_up(ffi.dlopen(path), count)


def out_of_line(path, count):
    import bench_abi

    look_up(bench_abi.ffi.dlopen(path), count)


def api(_path, count):
    import bench_api

    look_up(bench_api.lib, count)


def main():
    mode, place, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if mode == "prepare":
        prepare(place, count)
        return
    sys.path.insert(0, os.path.dirname(os.path.abspath(place)))
    start = time.perf_counter_ns()
    {"in-line": in_line, "out-of-line": out_of_line, "api": api}[mode](place, count)
    print(time.perf_counter_ns() - start)


main()
