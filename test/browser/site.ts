import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Site {
  readonly address: string
  close(): void
}

const PAGE =
  '<!doctype html><title>new</title><pre></pre><script type="module" src="/page.js"></script>'

/** Serves a page with one script on this machine, under a policy that forbids code made of text. */
export function serve(script: string): Promise<Site> {
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/page.js' ? ['text/javascript', script] : ['text/html', PAGE]
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'self'",
    })
    response.end(body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({ address: `http://127.0.0.1:${port}/`, close: () => server.close() })
    })
  })
}
