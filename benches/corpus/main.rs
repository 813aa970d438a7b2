//! Writes the corpus of the benchmarks: `cargo run --release --example corpus -- OUT ARTICLES bruecke|hugo`.

#[path = "mod.rs"]
mod corpus;

use corpus::Layout;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let layout = match args.get(2).map(String::as_str) {
        Some("bruecke") => Layout::Bruecke,
        Some("hugo") => Layout::Hugo,
        _ => usage(),
    };
    let articles = args[1].parse().unwrap_or_else(|_| usage());
    corpus::write(args[0].as_ref(), articles, layout)
}

fn usage<T>() -> T {
    eprintln!("usage: corpus OUT ARTICLES bruecke|hugo");
    std::process::exit(2)
}
