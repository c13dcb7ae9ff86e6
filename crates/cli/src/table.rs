//! Published tables as CSV, read so that every fault knows its file, row and column.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use csv::StringRecord;
use flate2::read::GzDecoder;

use crate::problem::{Fault, Problem};

/// A table in memory.
pub struct Table {
    file: PathBuf,
    header: StringRecord,
    records: Vec<StringRecord>,
}

/// A column of one table.
#[derive(Clone, Copy)]
pub struct Column(usize);

/// A row of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a StringRecord,
}

impl Table {
    /// Reads a CSV file with a header line; one that ends in `.gz` is unpacked first.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when there is no such file; a [`Fault`] when a row
    /// is not text or has too many or too few cells.
    pub fn read(file: &Path) -> Result<Self, Problem> {
        let unreadable = |error: io::Error| Problem::CannotRead {
            path: file.to_owned(),
            why: error.to_string(),
        };
        let mut bytes = std::fs::read(file).map_err(unreadable)?;
        if file.extension().is_some_and(|kind| kind == "gz") {
            let mut unpacked = Vec::new();
            let mut packed = GzDecoder::new(bytes.as_slice());
            packed.read_to_end(&mut unpacked).map_err(unreadable)?;
            bytes = unpacked;
        }
        Self::from_bytes(file, &bytes)
    }

    /// Reads a table that is in memory already; `file` is for the words only.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn from_bytes(file: &Path, bytes: &[u8]) -> Result<Self, Problem> {
        let fault = |error: csv::Error| {
            let place = error
                .position()
                .map(|position| format!("row {}", position.line()))
                .unwrap_or_default();
            Fault {
                file: file.to_owned(),
                place,
                field: String::new(),
                reason: format!("this is not a table: {error}"),
                advice: "Fetch the file again".to_owned(),
            }
        };
        let mut reader = csv::Reader::from_reader(bytes);
        let header = reader.headers().map_err(fault)?.clone();
        let records = reader.records().collect::<Result<_, _>>().map_err(fault)?;
        Ok(Self {
            file: file.to_owned(),
            header,
            records,
        })
    }

    /// The column of a name.
    ///
    /// # Errors
    /// A [`Fault`] naming the column that is not there.
    pub fn column(&self, name: &str) -> Result<Column, Problem> {
        self.optional_column(name).ok_or_else(|| {
            Fault {
                file: self.file.clone(),
                place: "row 1".to_owned(),
                field: format!("column “{name}”"),
                reason: "there is no such column".to_owned(),
                advice: format!(
                    "Use one of: {}",
                    self.header.iter().collect::<Vec<_>>().join(", ")
                ),
            }
            .into()
        })
    }

    /// The column of a name, if the table has it.
    pub fn optional_column(&self, name: &str) -> Option<Column> {
        self.header.iter().position(|n| n == name).map(Column)
    }

    /// The names of its columns, in order.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.header.iter()
    }

    /// A fault of the table as a whole.
    pub fn fault(&self, field: &str, reason: String, advice: &str) -> Problem {
        Fault {
            file: self.file.clone(),
            place: String::new(),
            field: field.to_owned(),
            reason,
            advice: advice.to_owned(),
        }
        .into()
    }

    /// Every row below the header.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row {
            table: self,
            record,
        })
    }
}

impl<'a> Row<'a> {
    /// The text of a cell, without spaces around it.
    pub fn text(self, column: Column) -> &'a str {
        self.record.get(column.0).unwrap_or_default().trim()
    }

    /// The number in a cell; none when it is blank.
    ///
    /// # Errors
    /// A [`Fault`] when the cell is neither blank nor a finite number.
    pub fn number(self, column: Column) -> Result<Option<f64>, Problem> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => Err(self.fault(
                column,
                format!("“{text}” is not a number"),
                "Write a number, or leave the cell blank when nothing is published",
            )),
        }
    }

    /// A fault at a cell of this row.
    pub fn fault(self, column: Column, reason: String, advice: &str) -> Problem {
        let line = self.record.position().map_or(0, csv::Position::line);
        Fault {
            file: self.table.file.clone(),
            place: format!("row {line}"),
            field: format!(
                "column “{}”",
                self.table.header.get(column.0).unwrap_or_default()
            ),
            reason,
            advice: advice.to_owned(),
        }
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<Table, Problem> {
        Table::from_bytes(Path::new("raw.csv"), text.as_bytes())
    }

    #[test]
    fn a_blank_is_no_number_and_zero_is_one() {
        let table = table("area,value\nA,\nB,0\n").unwrap();
        let value = table.column("value").unwrap();
        let numbers: Vec<_> = table.rows().map(|row| row.number(value).unwrap()).collect();
        assert_eq!(numbers, [None, Some(0.0)]);
    }

    #[test]
    fn faults_name_file_row_and_column() {
        let bad = table("area,value\nA,1\nB,many\n").unwrap();
        let value = bad.column("value").unwrap();
        let told: Vec<String> = bad
            .rows()
            .filter_map(|row| row.number(value).err())
            .map(|problem| problem.to_string())
            .collect();
        assert_eq!(
            told,
            [
                "raw.csv, row 3, column “value”: “many” is not a number. Write a number, or \
                 leave the cell blank when nothing is published."
            ]
        );
        for endless in ["NaN", "inf"] {
            let text = format!("value\n{endless}\n");
            let bad = table(&text).unwrap();
            let value = bad.column("value").unwrap();
            assert!(bad.rows().all(|row| row.number(value).is_err()));
        }
        let absent = bad.column("low").err().unwrap().to_string();
        assert!(
            absent.contains("column “low”: there is no such column"),
            "{absent}"
        );
        let ragged = table("a,b\n1,2\n3\n").err().unwrap().to_string();
        assert!(ragged.contains("row 3"), "{ragged}");
    }
}
