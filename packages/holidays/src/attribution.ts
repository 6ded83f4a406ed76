/**
 * What must be said where the dates are shown or passed on: they are a work of others, under a license that asks for
 * their names and for the same license.
 */
export const ATTRIBUTION =
  'Public holidays from date-holidays by commenthol and contributors (https://github.com/commenthol/date-holidays), data from Wikipedia, CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/)'
