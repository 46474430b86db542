-- What record numbers are ordered by where days are equal: the numbers in them as numbers, so that A10 comes after A9.
-- The last part is the record's number itself, so that no two are equal.
create or replace macro natural_order(record) as list_append(
  list_transform(
    regexp_extract_all(record, '\d+|\D+'),
    lambda part: if(
      regexp_full_match(part, '\d+'),
      lpad(ltrim(part, '0'), greatest(30, length(part))::integer, '0'),
      part
    )
  ),
  record
)
