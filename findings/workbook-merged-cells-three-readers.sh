#!/bin/sh
# A cell merged over three rows is three values to one reader and one to the others.
#
# Version: exceljs 4.4.0 (npm); openpyxl 3.1.5 and python-calamine 0.9.1 (PyPI), Python 3.11 or later.
# Guess:   Only the upper left cell of a merged range has a value; the rest read as blank everywhere.
# Seen:    openpyxl and calamine give a blank below. exceljs gives the value in each cell of the range, with
#          nothing to tell that two of the three were never typed.
# Matters: The same workbook gives a child an ethnic group, or "not recorded", by the library that reads it.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
python3 -m venv own && own/bin/pip install --quiet openpyxl==3.1.5 python-calamine==0.9.1
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat > write.py <<'PY'
import openpyxl, python_calamine

book = openpyxl.Workbook()
sheet = book.active
for row in (["id", "ethnic group"], [1, "A group"], [2, None], [3, None]):
    sheet.append(row)
sheet.merge_cells("B2:B4")
book.save("merged.xlsx")
by_openpyxl = [row[1].value for row in openpyxl.load_workbook("merged.xlsx").active.iter_rows(min_row=2)]
by_calamine = [row[1] for row in python_calamine.load_workbook("merged.xlsx").get_sheet_by_index(0).to_python()[1:]]
assert by_openpyxl == ["A group", None, None], by_openpyxl
assert by_calamine == ["A group", "", ""], by_calamine
PY
own/bin/python write.py
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict')
const { Workbook } = require('exceljs')
const read = async () => {
  const book = new Workbook()
  await book.xlsx.readFile('merged.xlsx')
  const values = [2, 3, 4].map((row) => book.worksheets[0].getCell(row, 2).value)
  assert.deepEqual(values, ['A group', 'A group', 'A group'])
  console.log('as described: one value for openpyxl and calamine, three for exceljs')
}
read()
JS
node seen.cjs
