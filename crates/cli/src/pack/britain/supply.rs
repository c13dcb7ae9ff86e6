//! The national input-output table, from its published sheet.

use std::collections::BTreeMap;

use roadmap_core::data::wire::SupplyWire;

use super::Work;
use crate::content::industries::Supply;
use crate::problem::Problem;
use crate::table::{Row, Table};

/// Reads the table; none when content describes none.
///
/// # Errors
/// A fault at the row, column and file that cannot be used: an industry without a row or a
/// column, a blank cell, a five-digit industry in none that is known.
pub fn read(work: &Work<'_>) -> Result<Option<SupplyWire>, Problem> {
    let Some(words) = &work.words.supply else {
        return Ok(None);
    };
    let folder = work.given.raw.join(&words.folder);
    let codes = Codes::read(&Table::read(&folder.join(&words.codes_file))?)?;
    let table = Table::read(&folder.join(&words.file))?;
    let sheet = Sheet {
        rows: by_first(&table, "row")?,
        table: &table,
        words,
    };
    let sellers: Vec<&str> = codes.list.iter().map(String::as_str).collect();
    let mut domestic_use = Vec::with_capacity(sellers.len());
    for seller in &sellers {
        let row = sellers.iter().map(|buyer| sheet.packed(seller, buyer));
        domestic_use.push(row.collect::<Result<Vec<f64>, Problem>>()?);
    }
    let of_row = |row: &str| -> Result<Vec<f64>, Problem> {
        sellers.iter().map(|own| sheet.packed(row, own)).collect()
    };
    let of_column = |column: &str| -> Result<Vec<f64>, Problem> {
        sellers
            .iter()
            .map(|own| sheet.packed(own, column))
            .collect()
    };
    let total = of_column(&words.total_use)?;
    let between = of_column(&words.intermediate)?;
    Ok(Some(SupplyWire {
        year: words.year,
        source: words.source.clone(),
        unit_gbp_m: words.unit_gbp_m,
        output: of_row(&words.output)?,
        compensation: of_row(&words.compensation)?,
        gva: of_row(&words.gva)?,
        households: of_column(&words.households)?,
        final_use: total
            .iter()
            .zip(between)
            .map(|(all, own)| all - own)
            .collect(),
        jobs: jobs(&codes, work, words)?,
        jobs_source: words.jobs_source.clone(),
        of_sic5: of_sic5(&codes, work, words)?,
        domestic_use,
        names: codes.names,
        sections: codes.sections,
        codes: codes.list,
    }))
}

/// The table's industries in its order.
struct Codes {
    list: Vec<String>,
    names: Vec<String>,
    sections: Vec<String>,
}

impl Codes {
    fn read(table: &Table) -> Result<Self, Problem> {
        let [code, name, kind, section] = [
            table.column("code")?,
            table.column("name")?,
            table.column("kind")?,
            table.column("section")?,
        ];
        let mut codes = Self {
            list: Vec::new(),
            names: Vec::new(),
            sections: Vec::new(),
        };
        for row in table.rows().filter(|row| row.text(kind) == "industry") {
            codes.list.push(row.text(code).to_owned());
            codes.names.push(row.text(name).to_owned());
            codes.sections.push(row.text(section).to_owned());
        }
        Ok(codes)
    }

    fn position(&self, code: &str) -> Option<usize> {
        self.list.iter().position(|own| own == code)
    }
}

/// The published sheet.
struct Sheet<'a> {
    table: &'a Table,
    rows: BTreeMap<&'a str, Row<'a>>,
    words: &'a Supply,
}

impl Sheet<'_> {
    /// A cell in packed units; published cells are as fine as those, so nothing is lost.
    fn packed(&self, row: &str, column: &str) -> Result<f64, Problem> {
        let at = self.table.column(column)?;
        let found = self.rows.get(row).ok_or_else(|| {
            let reason = format!("it has no row “{row}”");
            self.table
                .fault("column “row”", reason, "Fetch the whole table")
        })?;
        let number = found.number(at)?.ok_or_else(|| {
            let reason = "it is blank".to_owned();
            found.fault(at, reason, "Write 0 where nothing is bought")
        })?;
        Ok((number / self.words.unit_gbp_m).round())
    }
}

/// Rows by what stands in a column; the later of two is a fault.
fn by_first<'a>(table: &'a Table, name: &str) -> Result<BTreeMap<&'a str, Row<'a>>, Problem> {
    let column = table.column(name)?;
    let mut rows = BTreeMap::new();
    for row in table.rows() {
        if rows.insert(row.text(column), row).is_some() {
            let reason = format!("“{}” stands twice", row.text(column));
            return Err(row.fault(column, reason, "Remove one of the two rows"));
        }
    }
    Ok(rows)
}

/// Jobs of the whole in the table's own year.
fn jobs(codes: &Codes, work: &Work<'_>, words: &Supply) -> Result<Vec<Option<f64>>, Problem> {
    let folder = work.given.raw.join(&words.folder);
    let table = Table::read(&folder.join(&words.jobs_file))?;
    let rows = by_first(&table, "io105")?;
    let year = table.column(&words.year.to_string())?;
    let of = |code: &String| rows.get(code.as_str()).map(|row| row.number(year));
    let jobs = codes.list.iter().map(|code| of(code).transpose());
    Ok(jobs
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .map(Option::flatten)
        .collect())
}

/// The table's industry of each five-digit one.
fn of_sic5(codes: &Codes, work: &Work<'_>, words: &Supply) -> Result<Vec<Option<usize>>, Problem> {
    let folder = work.given.raw.join(&words.folder);
    let table = Table::read(&folder.join(&words.of_sic5_file))?;
    let rows = by_first(&table, "sic5")?;
    let own = table.column("io105")?;
    let of = |sic5: &String| {
        let Some(row) = rows.get(sic5.as_str()) else {
            let reason = format!("it has no row for {sic5}");
            return Err(table.fault("column “sic5”", reason, "Add the row"));
        };
        match row.text(own) {
            "" => Ok(None),
            code => codes.position(code).map(Some).ok_or_else(|| {
                let reason = format!("the input-output table has no industry “{code}”");
                row.fault(own, reason, "Correct the code")
            }),
        }
    };
    work.classification.sic5.iter().map(of).collect()
}
