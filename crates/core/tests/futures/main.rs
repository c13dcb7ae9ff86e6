//! Futures of the committed pack, in words and pictures, read as a councillor reads them.

#[cfg(test)]
mod given;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod story;
#[cfg(test)]
mod workshop;
