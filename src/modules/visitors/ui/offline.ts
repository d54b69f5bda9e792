/** What the pages and their worker (visitors/offline-worker.ts) agree on. */
export const offlineWorker = '/public/visitors/offline.js'
/** The kiosk's page with all it loads. */
export const pageCache = 'kontor.kiosk'
/** The evacuation list as it was heard of last; whatever begins so goes when somebody signs out. */
export const listCache = 'kontor.own.building'
export const listPath = '/visitors/building'
