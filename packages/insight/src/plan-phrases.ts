import type { Params } from '@holdfast/kernel'
import type { Phrases } from '@holdfast/kernel/text'
import { activityIn, cause, percent } from './phrase-words.ts'

/** The English sentences of the reasons of an improvement plan. */
export const planPhrases: Phrases = {
  'insight.levers': ({ count, before, saved, savedShare, apart }, say) => {
    const levers = count === 1 ? '1 lever' : `${say.text(count)} levers, the greatest impact first`
    const together = `together they would save ${say.duration(saved)} of ${say.duration(before)} (${percent(savedShare)})`
    const isMore = Number(apart) > Number(saved)
    const overlap = isMore ? `; one by one ${say.duration(apart)}, because they overlap` : ''
    return `${levers}: ${count === 1 ? together.replace('together they', 'it') : together}${overlap}`
  },
  'insight.lever': (params, say) => {
    const text = (name: string, before: string) =>
      params[name] === null ? '' : `${before}${say.text(params[name])}`
    const { title, lever, saved, savedShare, meanSaved, impact, reach } = params
    const called = say.text(title ?? lever)
    const place = `${text('level', '')}${text('complexity', ', complexity ')}`
    const each = meanSaved === null ? '' : `, ${say.duration(meanSaved)} a case`
    const stands = `${impact === 'large' ? 'a large' : 'a small'} impact, ${reach === 'near' ? 'near at hand' : 'farther up'}`
    return `${called} (${place}) would save ${say.duration(saved)} (${percent(savedShare)})${each}: ${stands}${text('reason', '; ')}`
  },
  'insight.leverChange': (params, say) => {
    const { elapsed, iterations, repeats, driver, meant, shorterBy, fewerRepeats } = params
    const often = iterations === 1 ? '1 iteration' : `${say.text(iterations)} iterations`
    const because = driver === null ? '' : `, ${say.text(meant)} because of ${cause(driver)}`
    const again = repeats === 0 ? '' : `, ${say.text(repeats)} of them again${because}`
    const assumed = [
      shorterBy === null ? [] : `each ${percent(shorterBy)} shorter`,
      fewerRepeats === null ? [] : `${percent(fewerRepeats)} fewer of ${repeated(driver)}`,
    ].flat()
    return `${changed(params)}: ${say.duration(elapsed)} in ${often}${again}; assumed: ${assumed.join(', ')}`
  },
  'insight.leverChangeUnmatched': (params) => {
    const { driver } = params
    const again = driver === null ? '' : `, again because of ${cause(driver)}`
    return `${changed(params)}${again}: there is nothing of it to be changed`
  },
}

function changed(params: Params): string {
  const isAny = params['element'] === 'wait' && params['party'] === null
  return isAny ? 'waiting, for whomever' : activityIn(params)
}

function repeated(driver: unknown): string {
  return driver === null ? 'the repeats' : 'the repeats with this cause'
}
