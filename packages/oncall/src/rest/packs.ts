import type { RestRulesDocument } from './document.ts'

/**
 * The minimum of the European Union. The articles allow member states and collective agreements to depart from it. The
 * directive leaves the period of the night average to the two sides of industry: four weeks stand here. Time on call at
 * home is work as far as somebody is called, or bound so tightly that the time is not their own (Court of Justice,
 * C-518/15 and C-344/19): the rules count `worked` where that is given.
 *
 * Source: Directive 2003/88/EC, https://eur-lex.europa.eu/eli/dir/2003/88/oj.
 */
export const EU_WORKING_TIME: RestRulesDocument = {
  id: 'eu-2003-88',
  version: 1,
  title: 'Working time in the European Union',
  rules: [
    {
      id: 'daily-rest',
      title: '11 hours of rest in 24',
      source: 'Directive 2003/88/EC, Article 3',
      kind: 'rest',
      least: 'PT11H',
      within: 'PT24H',
    },
    {
      id: 'weekly-rest',
      title: '24 hours of rest a week, and the 11 of the day',
      source: 'Directive 2003/88/EC, Article 5',
      kind: 'rest',
      least: 'PT35H',
      within: 'P1W',
    },
    {
      id: 'weekly-hours',
      title: '48 hours a week on average of four months',
      source: 'Directive 2003/88/EC, Articles 6(b) and 16(b)',
      kind: 'average',
      most: 'PT48H',
      per: 'PT168H',
      over: 'P4M',
    },
    {
      id: 'night-hours',
      title: '8 hours in 24 on average for night workers',
      source: 'Directive 2003/88/EC, Articles 2(4), 8(a) and 16(c)',
      kind: 'average',
      most: 'PT8H',
      per: 'PT24H',
      over: 'P4W',
      except: 'PT24H',
      night: { from: '22:00', to: '06:00', least: 'PT3H' },
    },
  ],
}

/**
 * What one person can carry and still do other work. Waiting for a page counts.
 * Source: Beyer and others, *Site Reliability Engineering* (2016), chapter 11, https://sre.google/sre-book/being-on-call/.
 */
export const SRE_SIZING: RestRulesDocument = {
  id: 'sre-sizing',
  version: 1,
  title: 'Sizing of on-call teams',
  rules: [
    {
      id: 'time-on-call',
      title: 'A quarter of all time on call at most',
      source: 'Site Reliability Engineering, chapter 11',
      counts: 'duty',
      kind: 'share',
      percent: 25,
    },
    {
      id: 'incidents',
      title: 'Two incidents in a shift of 12 hours at most',
      source: 'Site Reliability Engineering, chapter 11',
      counts: 'duty',
      kind: 'incidents',
      count: 2,
      per: 'PT12H',
    },
  ],
}
