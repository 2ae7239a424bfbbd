import type { LucideIcon } from 'lucide-react'
import './icon.css'

export interface IconProps {
  of: LucideIcon
  /** What it says, where no words beside it do; without it the icon is decoration and not read out. */
  label?: string
  /** In CSS pixels. */
  size?: number
  className?: string
}

export function Icon({ of: Drawing, label, size = 15, className = '' }: IconProps) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const }
  return <Drawing className={`ui-icon ${className}`} size={size} strokeWidth={1.75} {...spoken} />
}
