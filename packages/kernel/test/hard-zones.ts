const ZONE_YEARS: readonly (readonly [zone: string, firstYear: number, lastYear: number])[] = [
  ['Europe/Zurich', 1980, 1981],
  ['Europe/Zurich', 2024, 2024],
  ['Europe/Zurich', 2100, 2100],
  // Summer time in January during the oil crisis.
  ['America/New_York', 1974, 1974],
  ['America/New_York', 2007, 2007],
  // Half an hour of summer time.
  ['Australia/Lord_Howe', 1985, 1985],
  ['Australia/Lord_Howe', 2024, 2024],
  // Quarters of an hour.
  ['Pacific/Chatham', 2024, 2024],
  ['Asia/Kathmandu', 1985, 1986],
  // Midnight is skipped or repeated.
  ['America/Sao_Paulo', 2017, 2018],
  ['America/Santiago', 2022, 2022],
  ['America/Havana', 2012, 2012],
  // A whole day is skipped.
  ['Pacific/Apia', 2011, 2011],
  // Summer time stops for Ramadan.
  ['Africa/Casablanca', 2012, 2012],
  ['Africa/Casablanca', 2025, 2025],
  ['Africa/Cairo', 2010, 2010],
  ['Africa/Cairo', 2014, 2014],
  ['Asia/Gaza', 2011, 2011],
  // Changes 12 days apart, and less than a week.
  ['America/Argentina/Tucuman', 2004, 2004],
  ['America/Boa_Vista', 2000, 2000],
  // Offsets of -00:44:30.
  ['Africa/Monrovia', 1971, 1972],
  // Another zone and the end of summer time in one autumn.
  ['America/Anchorage', 1983, 1983],
  ['America/Metlakatla', 2015, 2015],
  ['America/Metlakatla', 2018, 2018],
  // Two hours of summer time.
  ['Antarctica/Troll', 2005, 2005],
  ['Antarctica/Troll', 2024, 2024],
]

/** Zones whose clocks do something awkward, with a year or two in which they do. */
export const HARD_ZONE_YEARS = ZONE_YEARS.map(([zone, firstYear, lastYear]) => ({
  zone,
  years: firstYear === lastYear ? `${firstYear}` : `${firstYear} and ${lastYear}`,
  from: Date.UTC(firstYear, 0, 1),
  to: Date.UTC(lastYear + 1, 0, 1),
}))
