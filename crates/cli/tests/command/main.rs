//! The command as people type it: one module for each thing it does.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod checking;
#[cfg(test)]
mod content;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod futures;
#[cfg(test)]
mod industries;
#[cfg(test)]
mod maps;
#[cfg(test)]
mod packing;
#[cfg(test)]
mod published;
#[cfg(test)]
mod releases;
#[cfg(test)]
mod roadmap;
#[cfg(test)]
mod strengths;
#[cfg(test)]
mod strengths_published;
#[cfg(test)]
mod support;
