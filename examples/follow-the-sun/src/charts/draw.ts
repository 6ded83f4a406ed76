import { carpetScene } from './carpet.ts'
import type { Drawing } from './chart.ts'
import type { Scene } from './scene.ts'
import { stackedBarsScene } from './stacked-bars.ts'
import { stripScene } from './strip.ts'
import { svgOf } from './svg.ts'
import { timelineScene } from './timeline.ts'

/** A drawing as SVG. */
export function drawn(drawing: Drawing): string {
  return svgOf(sceneOf(drawing))
}

/** Where everything of a drawing stands. */
export function sceneOf(drawing: Drawing): Scene {
  switch (drawing.kind) {
    case 'timeline':
      return timelineScene(drawing)
    case 'carpet':
      return carpetScene(drawing)
    case 'strip':
      return stripScene(drawing)
    case 'stackedBars':
      return stackedBarsScene(drawing)
  }
}
