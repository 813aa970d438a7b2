//! What templates ask the site while they work: with its view and its templates, all that a page depends on.
//!
//! A build that follows another one asks again; where the answers are the same, so is the page. Invariant: a function
//! answers by its arguments, the language and the way to the root, and by nothing else of the page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::value::Key;
use tera::{Kwargs, State, TeraResult, Value};

use super::Stage;
use super::digest::Digest;
use super::functions::{Called, Function};
use crate::model::card::Fonts;

/// Who asks.
pub enum Asker<'a, 's> {
    /// A template at work.
    Template(&'a State<'s>),
    /// A build that wants to know whether the answer has changed.
    Again(&'a Question),
}

impl Asker<'_, '_> {
    /// The tag of the language asked in, a text.
    pub fn lang(&self) -> TeraResult<Option<Value>> {
        match self {
            Self::Template(state) => {
                let lang: Option<Value> = state.get("lang")?;
                let tag = lang.as_ref().and_then(|lang| lang.as_map()?.get(&Key::Str("tag")));
                Ok(tag.filter(|tag| tag.is_string()).cloned())
            }
            Self::Again(question) => Ok(question.lang.clone()),
        }
    }

    /// The way to the site's root from where it is asked, a text.
    pub fn root(&self) -> TeraResult<Option<Value>> {
        match self {
            Self::Template(state) => state.get("root"),
            Self::Again(question) => Ok(question.root.clone()),
        }
    }
}

/// A question, and its answer's digest.
pub struct Question {
    function: Function,
    args: Kwargs,
    lang: Option<Value>,
    root: Option<Value>,
    answer: u64,
}

impl std::fmt::Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Question({:?} → {:x})", self.args, self.answer)
    }
}

impl Question {
    /// Whether the site still answers the same.
    fn is_settled(&self, stage: &Stage, fonts: &Fonts) -> bool {
        digest(&(self.function)(stage, fonts, &self.args, &Asker::Again(self))) == self.answer
    }
}

/// Questions by a number of their own.
pub type Questions = HashMap<u64, Question>;

thread_local! {
    /// What is asked on this thread, while somebody wants to know.
    static ASKED: RefCell<Option<Questions>> = const { RefCell::new(None) };
}

/// Does a work and gives what was asked in it.
pub fn during<T>(work: impl FnOnce() -> T) -> (T, Questions) {
    ASKED.set(Some(Questions::new()));
    let done = work();
    (done, ASKED.take().unwrap_or_default())
}

/// Notes a question and its answer, if somebody wants to know.
pub fn note(name: &str, function: Function, args: &Kwargs, state: &State<'_>, answer: &Called) {
    let wanted = ASKED.with_borrow(Option::is_some);
    if !wanted {
        return;
    }
    let asker = Asker::Template(state);
    let (lang, root) = (asker.lang().unwrap_or_default(), asker.root().unwrap_or_default());
    let mut number = Digest::default();
    number.text(name);
    number.value(Some(&Value::from_serializable(&(&lang, &root))));
    let mut all = args.iter().map(|(name, value)| {
        let mut own = Digest::default();
        own.text(&name.to_string());
        own.value(Some(value));
        own.finish()
    });
    number.number(all.by_ref().fold(0, u64::wrapping_add));
    let number = number.finish();
    ASKED.with_borrow_mut(|asked| {
        let Some(asked) = asked else { return };
        asked.entry(number).or_insert_with(|| Question {
            function,
            args: args.clone(),
            lang,
            root,
            answer: digest(answer),
        });
    });
}

fn digest(answer: &Called) -> u64 {
    let mut digest = Digest::default();
    digest.value(answer.as_ref().ok());
    digest.finish()
}

/// The questions to which the site now has another answer.
pub fn changed(questions: &Questions, stage: &Arc<Stage>, fonts: &Fonts) -> std::collections::HashSet<u64> {
    let all = questions.par_iter().filter(|(_, question)| !question.is_settled(stage, fonts));
    all.map(|(number, _)| *number).collect()
}
