//! Challenge maps: what they show and say, on the committed pack and on figures made by hand.

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod change;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod files;
#[cfg(test)]
mod given;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod index;
#[cfg(test)]
mod pair;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod spots;
#[cfg(test)]
mod window;
