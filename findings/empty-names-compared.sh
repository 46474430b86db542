#!/bin/sh
# Two empty names are wholly alike or wholly unlike, by the library.
#
# Version: rapidfuzz 3.14.6, jellyfish 1.3.0, recordlinkage 0.16 (PyPI); @duckdb/node-api 1.5.5-r.5 (npm).
# Guess:   Jaro-Winkler of two empty texts is 0 everywhere, or 1 everywhere; an exact comparison and a
#          string comparison of one package treat the pair alike.
# Seen:    rapidfuzz gives 1, jellyfish and DuckDB give 0. In recordlinkage the exact comparison gives 1 for
#          two empty texts and 0 for two missing ones; its Jaro-Winkler gives 0 for both.
# Matters: Case systems export an unknown first name as empty text. By one library all such children agree
#          on their names. Turn empty text into a missing value before anything is compared.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
python3 -m venv own && own/bin/pip install --quiet rapidfuzz==3.14.6 jellyfish==1.3.0 recordlinkage==0.16
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.5-r.5
cat > seen.py <<'PY'
import warnings

warnings.simplefilter("ignore")
import jellyfish, pandas, recordlinkage
from rapidfuzz.distance import JaroWinkler

assert JaroWinkler.similarity("", "") == 1.0
assert jellyfish.jaro_winkler_similarity("", "") == 0.0
names = pandas.DataFrame({"name": ["Lee", "", None]}, index=[1, 2, 3])
compare = recordlinkage.Compare()
compare.exact("name", "name", label="exact")
compare.string("name", "name", method="jarowinkler", label="jarowinkler")
seen = compare.compute(pandas.MultiIndex.from_tuples([(1, 1), (2, 2), (3, 3)]), names, names)
assert seen["exact"].tolist() == [1, 1, 0], seen
assert seen["jarowinkler"].tolist() == [1.0, 0.0, 0.0], seen
PY
own/bin/python seen.py
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'

const connection = await (await DuckDBInstance.create()).connect()
const read = await connection.runAndReadAll("select jaro_winkler_similarity('', '')")
assert.equal(read.getRowsJson()[0][0], 0)
console.log('as described: 1 by rapidfuzz, 0 by jellyfish and DuckDB; 1 and 0 within recordlinkage')
JS
node seen.mjs
