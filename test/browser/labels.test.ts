import { expect, it } from 'vitest'
import { faultsOf, type Label } from './labels.ts'

const chart = { left: 0, right: 100, top: 0, bottom: 50 }

function label(text: string, left: number, top: number, size = 12): Label {
  return { text, left, right: left + 40, top, bottom: top + 14, size, scale: 1 }
}

it('finds nothing wrong with labels apart', () => {
  expect(faultsOf([label('a', 0, 0), label('b', 50, 0), label('c', 0, 20)], chart)).toEqual([])
})

it('finds labels that are over each other, cut off or too small', () => {
  expect(faultsOf([label('a', 0, 0), label('b', 30, 5)], chart)).toEqual(['a is over b'])
  expect(faultsOf([label('a', 70, 0)], chart)).toEqual(['a is cut off'])
  expect(faultsOf([label('a', 0, 40)], chart)).toEqual(['a is cut off'])
  expect(faultsOf([label('a', 0, 0, 10)], chart)).toEqual(['a is too small'])
})
