/** Zones whose clocks do hard things, and one whose never do. */
export const ZONES = [
  'Africa/Casablanca',
  'America/Havana',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Zurich',
  'Pacific/Apia',
  'Pacific/Chatham',
] as const

/** 2000-01-01 and 2024-01-01, between which every copy of the time zone database agrees. */
const FROM = 946_684_800_000
const TO = 1_704_067_200_000

/** So many instants, spread without chance. */
export function moments(count: number): number[] {
  const golden = 0.618_033_988_749_895
  return Array.from(
    { length: count },
    (_, n) => FROM + Math.floor(((n * golden) % 1) * (TO - FROM)),
  )
}
