//! What loading 3,000 functions costs: from a block, by 3,000 calls of `dlsym` in C, and by Python's CFFI.
//!
//! CFFI stands beside them if the Python that `PYTHON` names, or `python3`, has it: `pip install cffi setuptools`.
//! Each time is one of a fresh process, because a loader keeps what it has found; the programs take turns, so that both
//! meet the machine in the same mood, and the medians are compared.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FUNCTIONS: usize = 3_000;
const RUNS: usize = 21;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("loading");
    let folder = folder.as_path();
    fs::create_dir_all(folder.join("src"))?;
    let library = folder.join("libbench.so");
    let definitions: String = (0..FUNCTIONS).map(|n| format!("int bench_{n}(int a) {{ return a + {n}; }}\n")).collect();
    fs::write(folder.join("bench.c"), definitions)?;
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    run(Command::new(&compiler).args(["-O1", "-shared", "-fPIC", "bench.c", "-o"]).arg(&library), folder)?;
    fs::write(folder.join("dlsym.c"), in_c())?;
    run(Command::new(&compiler).args(["-O2", "dlsym.c", "-o", "dlsym", "-ldl"]), folder)?;
    let block = block(folder)?;

    let mut programs = vec![
        ("dlsym in C".to_owned(), Command::new(folder.join("dlsym"))),
        ("load_from of a block".to_owned(), Command::new(block)),
    ];
    for (_, command) in &mut programs {
        command.arg(&library);
    }
    programs.extend(cffi(folder, &library)?);
    let names: Vec<String> = programs.iter().map(|(name, _)| name.clone()).collect();
    let times = medians(programs.into_iter().map(|(_, command)| command).collect())?;
    let c = times.first().copied().ok_or("C stands first")?;
    let mut lines = vec![format!("{FUNCTIONS} functions, medians of {RUNS} processes each:")];
    lines.extend(names.iter().zip(&times).map(|(name, time)| format!("{name}: {time} ns, {:.2} times C", time / c)));
    fs::write(folder.join("result.txt"), lines.join("\n"))?;
    eprintln!("{}", lines.join("\n"));
    Ok(())
}

/// CFFI's two ABI modes and its API mode; none if Python has no CFFI.
fn cffi(folder: &Path, library: &Path) -> Result<Vec<(String, Command)>, Box<dyn Error>> {
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let asked = Command::new(&python).args(["-c", "import cffi; print(cffi.__version__)"]).output();
    let version = match asked {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout)?.trim().to_owned(),
        _ => {
            eprintln!(
                "`{python}` has no CFFI, which is left out: `pip install cffi setuptools`, or name another `PYTHON`"
            );
            return Ok(Vec::new());
        }
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("loading/cffi_import.py");
    let command = |mode: &str, place: &Path| {
        let mut command = Command::new(&python);
        command.arg(&script).arg(mode).arg(place).arg(FUNCTIONS.to_string());
        command
    };
    run(command("prepare", folder).stdout(Stdio::null()), folder)?;
    let modes = [("in-line", "ABI, in line"), ("out-of-line", "ABI, out of line"), ("api", "API")];
    let programs = modes.map(|(mode, name)| (format!("CFFI {version}, {name}"), command(mode, library)));
    Ok(programs.into())
}

fn in_c() -> String {
    let names: Vec<String> = (0..FUNCTIONS).map(|n| format!("\"bench_{n}\"")).collect();
    format!(
        "#include <dlfcn.h>\n#include <stdio.h>\n#include <time.h>\nstatic void *found[{FUNCTIONS}];\n\
         static const char *names[] = {{ {} }};\nint main(int count, char **arguments) {{\n(void)count;\n\
         struct timespec a, b; clock_gettime(CLOCK_MONOTONIC, &a);\n\
         void *handle = dlopen(arguments[1], RTLD_LAZY);\n\
         for (int i = 0; i < {FUNCTIONS}; i++) found[i] = dlsym(handle, names[i]);\n\
         clock_gettime(CLOCK_MONOTONIC, &b);\n\
         printf(\"%ld\\n\", (b.tv_sec - a.tv_sec) * 1000000000L + b.tv_nsec - a.tv_nsec);\n\
         return !found[{FUNCTIONS} - 1];\n}}\n",
        names.join(", ")
    )
}

/// The same with a block, as a package of its own: the benchmark itself should not take long to build.
fn block(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let declarations: String = (0..FUNCTIONS).map(|n| format!("int bench_{n}(int a);\n")).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the package has a workspace")?;
    let manifest = format!(
        "[package]\nname = \"loading\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\ncffi-rt = {{ path = {:?} }}\n",
        root.join("cffi-rt")
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let program = format!(
        "mod c {{ cffi_rt::cdef! {{ #![dlopen(\"libbench.so\")]\n{declarations} }} }}\n\
         fn main() {{\nlet Some(path) = std::env::args().nth(1) else {{ return }};\n\
         let start = std::time::Instant::now();\n\
         // SAFETY: the library has the declared functions.\n\
         unsafe {{ c::load_from(path) }}.unwrap();\nprintln!(\"{{}}\", start.elapsed().as_nanos());\n}}\n"
    );
    fs::write(folder.join("src/main.rs"), program)?;
    let cargo = env::var_os("CARGO").ok_or("Cargo runs the benchmarks")?;
    run(Command::new(cargo).args(["build", "--release", "--offline", "--quiet", "--target-dir", "target"]), folder)?;
    Ok(folder.join("target/release/loading"))
}

fn run(command: &mut Command, folder: &Path) -> Result<(), Box<dyn Error>> {
    let status = command.current_dir(folder).status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

/// The medians of the numbers that the programs print.
fn medians(mut programs: Vec<Command>) -> Result<Vec<f64>, Box<dyn Error>> {
    let mut times = vec![Vec::new(); programs.len()];
    for _ in 0..RUNS {
        for (program, times) in programs.iter_mut().zip(&mut times) {
            let output = program.output()?;
            if !output.status.success() {
                return Err(format!("{program:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
            }
            times.push(String::from_utf8(output.stdout)?.trim().parse::<f64>()?);
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    Ok(times.into_iter().map(median).collect())
}
