//! The bare limit: what it takes to read every page of the corpus, split its front matter off, make its Markdown HTML, put
//! that into one template and write it, with the crates that bruecke uses, on all cores. No language, link, list, topic,
//! feed or address is known here; nothing that does more can be faster.
//!
//! `cargo run --release --example limit -- SITE OUT`

use std::fs;
use std::path::Path;

use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tera::{Context, Tera};
use walkdir::WalkDir;

#[derive(Deserialize, Serialize)]
struct Front {
    title: String,
    #[serde(default)]
    description: String,
}

const TEMPLATE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><title>{{ title }}</title>\
    <meta name=\"description\" content=\"{{ description }}\"></head><body><main><h1>{{ title }}</h1>{{ html | safe }}</main>\
    </body></html>";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [site, out] = &args[..] else {
        eprintln!("usage: limit SITE OUT");
        std::process::exit(2)
    };
    let content = Path::new(site).join("content");
    let files: Vec<_> = WalkDir::new(&content)
        .into_iter()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"))
        .map(walkdir::DirEntry::into_path)
        .collect();
    let mut tera = Tera::default();
    tera.add_raw_template("page.html", TEMPLATE).expect("a template");
    files.par_iter().for_each(|path| {
        let text = fs::read_to_string(path).expect("a page");
        let (front, body) = text.trim_start_matches("---\n").split_once("\n---\n").expect("front matter");
        let front: Front = serde_yaml::from_str(front).expect("YAML");
        let mut html = String::with_capacity(body.len() * 2);
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        pulldown_cmark::html::push_html(&mut html, Parser::new_ext(body, options));
        let mut context = Context::new();
        context.insert("title", &front.title);
        context.insert("description", &front.description);
        context.insert("html", &html);
        let page = tera.render("page.html", &context).expect("a page");
        let to = Path::new(out).join(path.strip_prefix(&content).expect("below content").with_extension(""));
        fs::create_dir_all(&to).expect("a folder");
        fs::write(to.join("index.html"), page).expect("a file");
    });
}
