//! Industries: the committed companion, asked as the views ask it.

#[cfg(test)]
mod published;
