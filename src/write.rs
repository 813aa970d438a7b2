//! Outputs → disk: only what changed, each file atomically, what no longer belongs removed.
//!
//! Pages are handed over as soon as they are made, so that no more of the site is in memory than need be; they wait
//! beside the folder until all is well (`Staging`). Invariants: nobody else builds there meanwhile (`Lock`); nothing is
//! put in place when the site has errors; every file is whole at every moment; what bruecke did not make is neither
//! overwritten nor removed, nor anything reached through a link. Which files are ours is kept in `.bruecke-manifest`,
//! with the hash of each, so that an unchanged file keeps its modification time.

mod disk;
mod folder;
mod lock;
mod manifest;
mod moved;
mod staging;
mod survey;
mod unfinished;
mod up_to_date;

pub(crate) use disk::{edit, file};
pub(crate) use folder::OutputFolder;
pub(crate) use manifest::{intact_files, manifest_hash};
pub(crate) use moved::moved;
pub(crate) use staging::{Staging, Written};
pub(crate) use survey::{Foreign, InTheWay, foreign};
pub(crate) use unfinished::Unfinished;
pub(crate) use up_to_date::{LastBuild, program};
