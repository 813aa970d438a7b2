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

use std::path::Path;

use anyhow::Result;

pub use disk::{edit, file};
pub use manifest::{NotOurs, intact_files, manifest_hash};
pub use moved::moved;
pub use staging::{Staging, Written};
pub use up_to_date::{LastBuild, program};

use crate::model::address::Addresses;
use crate::model::output::Output;

/// Writes `outputs` to `folder`, and for the next build where its pages stand.
pub fn write(outputs: &[Output], addresses: &Addresses, folder: &Path) -> Result<Written> {
    Staging::begin(folder)?.finish(outputs, addresses)
}
