-- The group of `age_band` in marts.groups that an age in whole years is in. An age below nothing is of a day before
-- birth: one of the two days is wrong, so the age is not known.
create or replace macro age_band(age) as case
  when age is null or age < 0 then 'not known'
  when age < 10 then 'under 10'
  when age < 15 then '10–14'
  when age < 18 then '15–17'
  else '18 and over'
end
