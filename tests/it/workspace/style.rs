//! The style sheets: one list, and nothing from outside.

use super::sources;

#[test]
fn main_css_is_a_list_of_imports() {
    let sheets = sources::below("style", "css");
    let main = sheets.iter().find(|sheet| sheet.name == "style/main.css").unwrap();
    for line in main.text.lines().filter(|line| !line.trim().is_empty()) {
        let allowed = ["@import ", "@layer ", "/*"].iter().any(|start| line.starts_with(start));
        assert!(allowed, "style/main.css: {line}");
    }
}

#[test]
fn every_style_sheet_is_imported_exactly_once() {
    let sheets = sources::below("style", "css");
    let main = sheets.iter().find(|sheet| sheet.name == "style/main.css").unwrap();
    for sheet in sheets.iter().filter(|sheet| sheet.name != main.name) {
        let quoted = format!("\"{}\"", sheet.name.trim_start_matches("style/"));
        assert_eq!(main.text.matches(&quoted).count(), 1, "{}", sheet.name);
    }
}

#[test]
fn style_sheets_load_only_files_that_are_here() {
    for sheet in sources::below("style", "css") {
        for address in sheet.text.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
            let address = address.trim_matches('"');
            let here = sources::root().join("style").join(address).is_file();
            assert!(here || address.starts_with("data:"), "{}: {address}", sheet.name);
        }
    }
}
