//! The program: arguments in, exit code out.

fn main() -> std::process::ExitCode {
    bruecke::cli::run(std::env::args_os())
}
