//! Outputs → disk: only what changed, each file atomically, what no longer belongs removed.
//!
//! Pages are handed over as soon as they are made, so that no more of the site is in memory than need be; they wait until
//! all is well (`Staging`). Invariants: nothing is put in place when the site has errors; every file is whole at every
//! moment (written elsewhere and renamed; a folder that was not there yet, as a whole); a folder that bruecke did not make is
//! never emptied. Which files are ours is kept in `.bruecke-manifest`, with the hash of each, so that an unchanged file keeps
//! its modification time.

mod disk;
mod manifest;
mod moved;
mod staging;
mod up_to_date;

pub(crate) use disk::{edit, file};
pub(crate) use manifest::{NotOurs, intact_files, manifest_hash};
pub(crate) use moved::moved;
pub(crate) use staging::{Staging, Written};
pub(crate) use up_to_date::{LastBuild, program};
