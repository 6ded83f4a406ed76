import './jitless.ts'
import './page.ts'
