//! The house rules: which way data flows, how large things may be, and what does not stay in the code.
//!
//! Every exception is listed with its reason, and one that is no longer needed fails. The figures as a table:
//! `cargo test --test it architecture::figures -- --ignored --nocapture`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::support::rust::{File, Function, Sources};

static SOURCES: LazyLock<Sources> = LazyLock::new(Sources::read);

/// What each room may import: nobody else is meant to know of more. `pipeline` alone knows the stages, and a stage knows
/// no other.
const LAYERS: &[(&str, &str)] = &[
    // What everything that the output holds is called there, and who is in whose way.
    ("addresses", "diagnostic model"),
    ("archetype", "diagnostic model parse yaml"),
    (
        "cli",
        "archetype configure diagnostic exchange model parse pipeline report resolve schema serve starter translations \
         write",
    ),
    ("configure", "diagnostic model yaml"),
    ("diagnostic", "model"),
    ("discover", "diagnostic embedded model yaml"),
    ("embedded", ""),
    // Forms of the editor are made of the schema.
    ("emit", "addresses diagnostic locale model panics schema xml"),
    // Texts in and out by the rules that pages are read by; what the site is, only its callers know.
    ("exchange", "diagnostic locale model parse xml yaml"),
    ("lib", ""),
    ("locale", "diagnostic model text"),
    ("main", ""),
    ("model", ""),
    // Bugs of ours, as diagnostics.
    ("panics", "diagnostic"),
    ("parse", "diagnostic locale model panics text yaml"),
    ("pictures", "diagnostic model panics"),
    ("pipeline", "archetype configure diagnostic discover emit locale model parse pictures render resolve"),
    ("print", ""),
    ("render", "diagnostic locale model panics text"),
    ("report", "diagnostic model panics pipeline translations write"),
    ("resolve", "addresses diagnostic locale model"),
    // What readers take, for editors; tests compare both.
    ("schema", "model"),
    ("serve", "diagnostic model pipeline report"),
    ("starter", "configure model parse"),
    ("translations", "model parse pipeline resolve yaml"),
    // HTML as text: no stage, and of use to several.
    ("text", "model"),
    // Beside the pipeline: only a command knows both the built site and what the last build left.
    ("write", "diagnostic model"),
    ("xml", ""),
    ("yaml", "diagnostic model"),
];

#[test]
fn data_flows_down() {
    let may: BTreeMap<&str, BTreeSet<&str>> =
        LAYERS.iter().map(|(room, rooms)| (*room, rooms.split_whitespace().collect())).collect();
    let mut used: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for file in &SOURCES.files {
        let room = file.room();
        let may = may.get(room).unwrap_or_else(|| panic!("{room} has no place in the house"));
        let used = used.entry(room).or_default();
        for path in SOURCES.named(file) {
            let Some(other) = path.first().filter(|other| *other != room) else { continue };
            assert!(may.contains(other.as_str()), "{} imports {other}, which {room} may not", file.path);
            used.insert(other.clone());
        }
    }
    for (room, may) in may {
        let used = used.get(room).unwrap_or_else(|| panic!("there is no {room}"));
        for other in may {
            assert!(used.contains(other), "{room} may import {other} and does not");
        }
    }
}

/// Files of one folder that depend on each other, and why.
const CIRCLES: &[(&str, &str)] =
    &[("parse: markdown writer", "blocks hold blocks: who writes one has what is in it parsed")];

/// Functions of more than 40 lines, and why.
const LONG_FUNCTIONS: &[(&str, &str)] = &[];

/// Functions with more than four parameters, and why. `self` is none, and a tuple is as many as it has members.
const MANY_PARAMETERS: &[(&str, &str)] = &[];

/// Files of more than 300 lines, and why.
const LONG_FILES: &[(&str, &str)] = &[];

/// Folders of more than twelve files, and why.
const FULL_FOLDERS: &[(&str, &str)] = &[("", "one room each"), ("cli", "one command each"), ("model", "one type each")];

/// Names that two types of one room have, and why.
const SHARED_NAMES: &[(&str, &str)] = &[];

/// Holds that what was found is what is listed, each with a reason.
fn hold(rule: &str, found: BTreeSet<String>, listed: &[(&str, &str)]) {
    assert!(listed.iter().all(|(_, reason)| !reason.is_empty()), "{rule}: each exception has a reason");
    let names: BTreeSet<String> = listed.iter().map(|(name, _)| (*name).to_string()).collect();
    assert_eq!(names.len(), listed.len(), "{rule}: an exception is listed twice");
    let new: Vec<_> = found.difference(&names).collect();
    let gone: Vec<_> = names.difference(&found).collect();
    assert!(new.is_empty(), "{rule}: {new:#?}");
    assert!(gone.is_empty(), "{rule}: no longer exceptions, take them off the list: {gone:#?}");
}

#[test]
fn no_circles_between_files_of_a_folder() {
    hold("files of a folder need each other", circles(), CIRCLES);
}

#[test]
fn functions_are_short() {
    let long = functions(|function| function.lines > 40);
    hold("more than 40 lines", long, LONG_FUNCTIONS);
}

#[test]
fn functions_take_four_parameters_at_most() {
    let many = functions(|function| function.parameters > 4);
    hold("more than four parameters", many, MANY_PARAMETERS);
}

#[test]
fn files_hold_one_idea_and_folders_twelve_files() {
    let long = SOURCES.files.iter().filter(|file| file.lines > 300).map(|file| file.path.clone());
    hold("more than 300 lines", long.collect(), LONG_FILES);
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &SOURCES.files {
        *folders.entry(file.folder()).or_default() += 1;
    }
    let full = folders.iter().filter(|(_, files)| **files > 12).map(|(folder, _)| (*folder).to_string());
    hold("more than twelve files", full.collect(), FULL_FOLDERS);
}

#[test]
fn no_two_types_of_a_room_have_one_name() {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for file in &SOURCES.files {
        for name in file.types() {
            *found.entry(format!("{}::{name}", file.room())).or_default() += 1;
        }
    }
    let shared = found.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name);
    hold("two types with one name", shared.collect(), SHARED_NAMES);
}

/// The functions that are meant, as "file: name".
fn functions(meant: impl Fn(&Function) -> bool) -> BTreeSet<String> {
    let of = |file: &File| -> Vec<String> {
        file.functions().iter().filter(|f| meant(f)).map(|f| format!("{}: {}", file.path, f.name)).collect()
    };
    SOURCES.files.iter().flat_map(of).collect()
}

/// Files of one folder that need each other, as "folder: one other". A folder beside them counts as its `mod.rs`; what
/// they have from the `mod.rs` above them is no circle.
fn circles() -> BTreeSet<String> {
    let module = |path: &str| &SOURCES.files.iter().find(|file| file.path == path).unwrap().module;
    let mut needs: BTreeMap<&[String], BTreeSet<&[String]>> = BTreeMap::new();
    for file in SOURCES.files.iter().filter(|file| file.module.len() > 1) {
        let siblings = SOURCES.dependencies(file).into_iter().map(|path| &module(path)[..]).filter(|other| {
            other.len() == file.module.len() && other.split_last().unwrap().1 == file.module.split_last().unwrap().1
        });
        needs.insert(&file.module, siblings.collect());
    }
    let all_needs = |from: &[String]| {
        let (mut found, mut open) = (BTreeSet::new(), vec![from.to_vec()]);
        while let Some(next) = open.pop() {
            open.extend(
                needs[&next[..]].iter().filter(|other| found.insert(other.to_vec())).map(|other| other.to_vec()),
            );
        }
        found
    };
    let all: BTreeMap<&[String], _> = needs.keys().map(|from| (*from, all_needs(from))).collect();
    let in_circles = all.iter().filter(|(file, needed)| needed.contains(**file));
    let named = in_circles.map(|(file, needed)| {
        let others = needed.iter().filter(|other| all[&other[..]].contains(*file));
        let names: Vec<&str> = others.map(|other| other.last().unwrap().as_str()).collect();
        format!("{}: {}", file.split_last().unwrap().1.join("/"), names.join(" "))
    });
    named.collect()
}

#[test]
fn the_model_knows_no_tera_clap_or_fluent_and_does_no_output() {
    // The cache keeps what outputs are made of; it is no output.
    for file in SOURCES.files.iter().filter(|file| file.room() == "model" && file.path != "model/cache.rs") {
        for word in ["tera::", "clap::", "fluent", "std::net", "fs::write"] {
            assert!(!file.text.contains(word), "{} uses {word}", file.path);
        }
    }
}

#[test]
fn nothing_unfinished_stays() {
    for file in &SOURCES.files {
        let code = file.tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
        for words in ["todo !", "unimplemented !", "dbg !", ". unwrap (", "use super :: *", "unsafe"] {
            assert!(!code.contains(words), "{} holds {words}", file.path);
        }
        assert!(!file.text.contains("FIXME"), "{} holds a FIXME", file.path);
        assert!(file.text.starts_with("//!"), "{} has no head comment", file.path);
    }
}

#[test]
fn the_clock_enters_once() {
    for file in &SOURCES.files {
        let clock = file.text.contains("Timestamp::now") || file.text.contains("SystemTime::now");
        // What was read a moment ago may have been saved again since: that decides what is read again, and nothing else.
        let allowed = ["cli/site.rs", "discover/stamp.rs"].contains(&file.path.as_str());
        assert!(!clock || allowed, "{} reads the clock", file.path);
    }
}

/// The value that a share of a sorted list lies below.
fn at_share(mut all: Vec<usize>, percent: usize) -> usize {
    all.sort_unstable();
    all.get((all.len() * percent / 100).min(all.len() - 1)).copied().unwrap_or_default()
}

#[test]
#[ignore = "holds nothing: prints figures"]
fn figures() {
    let lines: usize = SOURCES.files.iter().map(|file| file.lines).sum();
    let of_files: Vec<usize> = SOURCES.files.iter().map(|file| file.lines).collect();
    let mut all: Vec<(usize, usize, String)> = Vec::new();
    for file in &SOURCES.files {
        all.extend(file.functions().into_iter().map(|f| (f.lines, f.parameters, format!("{}: {}", file.path, f.name))));
    }
    all.sort_by(|a, b| b.cmp(a));
    let of_functions: Vec<usize> = all.iter().map(|(lines, ..)| *lines).collect();
    let long = all.iter().filter(|(lines, ..)| *lines > 40).count();
    let many = all.iter().filter(|(_, parameters, _)| *parameters > 4).count();
    let share = |part: usize, whole: usize| part as f64 * 100.0 / whole as f64;
    let begin = |signs: &[&str]| {
        let texts = SOURCES.files.iter().flat_map(|file| file.text.lines());
        texts.filter(|line| signs.iter().any(|sign| line.trim_start().starts_with(sign))).count()
    };
    let (docs, comments) = (begin(&["///", "//!"]), begin(&["//"]));
    let public: usize = SOURCES.files.iter().map(File::public_items).sum();
    let mut types: BTreeMap<&str, usize> = BTreeMap::new();
    for name in SOURCES.files.iter().flat_map(File::types) {
        *types.entry(name).or_default() += 1;
    }
    let twice: usize = types.values().filter(|times| **times > 1).sum();
    println!("files / lines without tests: {} / {lines}", SOURCES.files.len());
    println!(
        "median / p90 / max lines: {} / {} / {}",
        at_share(of_files.clone(), 50),
        at_share(of_files.clone(), 90),
        at_share(of_files, 100)
    );
    println!(
        "functions: {}; median / p95 / longest: {} / {} / {}",
        all.len(),
        at_share(of_functions.clone(), 50),
        at_share(of_functions, 95),
        all[0].0
    );
    println!("functions of more than 40 lines: {long} ({:.1} %)", share(long, all.len()));
    println!("functions with more than 4 parameters: {many}");
    println!("doc / other comments: {:.1} / {:.1} %", share(docs, lines), share(comments - docs, lines));
    println!("public items per 1,000 lines: {:.1}", share(public, lines) * 10.0);
    println!("circles between files of a folder: {}", circles().len());
    println!("types whose name is another's, too: {twice} of {}", types.values().sum::<usize>());
    println!("the longest functions:");
    for (lines, _, name) in &all[..10] {
        println!("  {lines} {name}");
    }
}
