import './theme/index.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

const root = document.getElementById('kontor')
if (!root) throw new Error('index.html has no #kontor')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
