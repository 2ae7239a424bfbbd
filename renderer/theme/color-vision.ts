import { type Light, withinScreen } from './color-space.ts'

/** How a person sees colour; the three lack one kind of cone each. */
export const visions = ['all cones', 'protanopia', 'deuteranopia', 'tritanopia'] as const
export type Vision = (typeof visions)[number]

type Matrix = readonly [Light, Light, Light]

// Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE
// Transactions on Visualization and Computer Graphics 15 (2009), 1291–1298: severity 1.0, on amounts of light.
const matrices: Record<Exclude<Vision, 'all cones'>, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** The colour that a person with all cones would have to see to see what this person sees. */
export function seenWith(vision: Vision, light: Light): Light {
  if (vision === 'all cones') return light
  const [r, g, b] = matrices[vision].map((row) => row[0] * light[0] + row[1] * light[1] + row[2] * light[2])
  return withinScreen([r ?? 0, g ?? 0, b ?? 0])
}
