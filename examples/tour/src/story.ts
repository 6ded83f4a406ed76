/** What a chapter of the tour may do: tell, and leave a picture behind. */
export interface Teller {
  say(text?: string): void
  /** Writes a picture and gives the path to show. */
  picture(name: string, svg: string): string
}

export interface Chapter {
  readonly title: string
  tell(teller: Teller): void | Promise<void>
}
