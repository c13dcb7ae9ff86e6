//! The roadmap asked: from the committed pack, and from what is spoilt in it.

#[cfg(test)]
mod asked;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod given;
#[cfg(test)]
mod register;
#[cfg(test)]
mod story;
#[cfg(test)]
mod walk;
