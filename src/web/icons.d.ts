declare module '@tabler/icons-react/dist/esm/icons/*' {
  import type { ComponentType, SVGProps } from 'react'
  const icon: ComponentType<SVGProps<SVGSVGElement> & { size?: number; stroke?: number }>
  export default icon
}
