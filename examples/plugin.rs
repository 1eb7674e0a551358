//! Plugins: two libraries of one shape, loaded at the same time, each with objects of its own.
//!
//! `cargo run --bin plugin` compiles both from `csrc/meter.c`, as their authors would.
//! The block itself has no header, so that no C compiler is needed to build the program.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

mod meter {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        #![names(rust)]

        void meter_free(struct meter *m);
        unsafe extern "C" {
            struct meter cdef_destroy(meter_free) cdef_send;

            const char *__null_terminated _Nonnull cdef_static meter_unit(void);
            struct meter *cdef_owned _Nonnull meter_new(void);
            void meter_feed(struct meter *_Nonnull m, const char *__null_terminated text);
            unsigned long meter_read(const struct meter *_Nonnull m);
            void meter_take(struct meter *_Nonnull m, struct meter *_Nonnull from);
        }
        int meter_version(void) cdef_optional;
    }
}
use meter::Plugin;

fn compile(folder: &Path, name: &str, flag: &str) -> PathBuf {
    let library = folder.join(format!("{name}{}", std::env::consts::DLL_SUFFIX));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("csrc/meter.c");
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let status = Command::new(compiler).args(["-shared", "-fPIC", flag, "-o"]).arg(&library).arg(source).status();
    assert!(status.expect("there is a C compiler").success());
    library
}

fn say(line: &str) {
    writeln!(std::io::stdout(), "{line}").expect("somebody listens");
}

fn main() -> Result<(), cffi_rt::LoadError> {
    let folder = std::env::temp_dir().join(format!("cdef-plugin-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the temporary folder is writable");
    let paths = [compile(&folder, "letters", "-DLETTERS"), compile(&folder, "words", "-DWORDS")];
    let mut plugins = Vec::new();
    for path in paths {
        // SAFETY: we know the libraries: they have no initialisers, and their functions are those of the block.
        plugins.push(unsafe { Plugin::load_from(&path) }?);
    }
    std::fs::remove_dir_all(&folder).expect("the files are ours");

    // A handle knows its library: methods stand on it, and the library's own function ends it.
    let mut counts = Vec::new();
    for plugin in &plugins {
        let mut meter = plugin.meter_new();
        meter.feed(c"to be, or not to be");
        // It may go to another thread, since the block says so.
        let meter = std::thread::spawn(move || {
            meter.feed(c"that is the question");
            meter
        });
        let meter = meter.join().expect("it does not panic");
        say(&format!("{} {}", meter.read(), plugin.meter_unit().to_string_lossy()));
        counts.push(meter.read());
    }
    assert_eq!(counts, [30, 10]);

    // What a library may lack is an `Option`.
    assert!(plugins.iter().all(|plugin| plugin.meter_version().is_none()));

    // Objects of two libraries don't mix: that is a mistake of the caller's, and panics before C sees it.
    let (mut letters, mut words) = (plugins[0].meter_new(), plugins[1].meter_new());
    let mixed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| letters.take(&mut words)));
    assert!(mixed.is_err());
    letters.take(&mut plugins[0].meter_new());
    Ok(())
}
