/** The kiosk’s own entry: what stands on a tablet at the door loads nothing of the office’s interface. */
import '../../../../web/theme/tokens.css'
import './kiosk.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Kiosk } from './Kiosk.tsx'

const root = document.getElementById('kontor')
if (!root) throw new Error('kiosk.html has no #kontor')
createRoot(root).render(
  <StrictMode>
    <Kiosk />
  </StrictMode>,
)
