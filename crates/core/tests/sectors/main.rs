//! Questions about industries, put to the committed pack.

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod given;
#[cfg(test)]
mod growth;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod story;
#[cfg(test)]
mod supply;
#[cfg(test)]
mod table;
