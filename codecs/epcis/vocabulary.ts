/** The closed vocabularies of CBV 2.0 that EPCIS events use, and the three ways in which they are written. */
export type VocabularyName =
  | 'bizStep'
  | 'disposition'
  | 'bizTransactionType'
  | 'sourceDestinationType'
  | 'errorReason'
  | 'measurement'
  | 'sensorAlert'
  | 'component';

export interface Vocabulary {
  /** In front of the bare word in the web URI (CBV 2.0, section 7). */
  web: string;
  /** In front of the bare word in the URN of CBV 1.x; measurements and components never had one. */
  urn?: string;
  terms: ReadonlySet<string>;
}

export const VOCABULARIES: Readonly<Record<VocabularyName, Vocabulary>> = {
  bizStep: {
    web: 'https://ref.gs1.org/cbv/BizStep-',
    urn: 'urn:epcglobal:cbv:bizstep:',
    terms: words(`accepting arriving assembling collecting commissioning consigning creating_class_instance
      cycle_counting decommissioning departing destroying disassembling dispensing encoding entering_exiting holding
      inspecting installing killing loading other packing picking receiving removing repackaging repairing replacing
      reserving retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing
      transporting unloading unpacking void_shipping`),
  },
  disposition: {
    web: 'https://ref.gs1.org/cbv/Disp-',
    urn: 'urn:epcglobal:cbv:disp:',
    terms: words(`active available completeness_inferred completeness_verified conformant container_closed
      container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive
      mismatch_class mismatch_instance mismatch_quantity needs_replacement no_pedigree_match non_conformant
      non_sellable_other partially_dispensed recalled reserved retail_sold returned sellable_accessible
      sellable_not_accessible stolen unavailable unknown`),
  },
  bizTransactionType: {
    web: 'https://ref.gs1.org/cbv/BTT-',
    urn: 'urn:epcglobal:cbv:btt:',
    terms: words('bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt'),
  },
  sourceDestinationType: {
    web: 'https://ref.gs1.org/cbv/SDT-',
    urn: 'urn:epcglobal:cbv:sdt:',
    terms: words('location owning_party possessing_party'),
  },
  errorReason: {
    web: 'https://ref.gs1.org/cbv/ER-',
    urn: 'urn:epcglobal:cbv:er:',
    terms: words('did_not_occur incorrect_data'),
  },
  measurement: {
    web: 'https://gs1.org/voc/',
    terms: words(`AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude AmountOfSubstance
      AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance
      Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity
      ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency
      Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux
      LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate
      MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux
      RadiantIntensity Radioactivity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed
      SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction
      VolumetricFlux Wavenumber`),
  },
  sensorAlert: { web: 'https://gs1.org/voc/', terms: words('ALARM_CONDITION ERROR_CONDITION') },
  component: {
    web: 'https://ref.gs1.org/cbv/Comp-',
    terms: words(`altitude axial_distance azimuth easting elevation_angle height latitude longitude northing
      polar_angle spherical_radius x y z`),
  },
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/**
 * The bare word of a CBV term in any of its forms, a partner's own URI unchanged, or nothing where the term claims to
 * be CBV's and is not.
 *
 * @example readTerm('bizStep', 'urn:epcglobal:cbv:bizstep:shipping') // 'shipping'
 */
export function readTerm(name: VocabularyName, text: string): string | undefined {
  const { terms, web } = VOCABULARIES[name];
  const word = stripPrefix(name, text);
  if (terms.has(word)) return word;
  const isForeign = word === text && isUri(text) && !isReserved(name, text, web);
  return isForeign ? text : undefined;
}

/** CURIEs with the prefixes of GS1's context stand for the web URIs. */
function stripPrefix(name: VocabularyName, text: string): string {
  const { web, urn } = VOCABULARIES[name];
  const curie = web.replace('https://ref.gs1.org/cbv/', 'cbv:').replace('https://gs1.org/voc/', 'gs1:');
  const prefix = [web, urn, curie].find((candidate) => candidate !== undefined && text.startsWith(candidate));
  return prefix === undefined ? text : text.slice(prefix.length);
}

/** GS1 keeps its namespaces to itself: a term of theirs that CBV does not list is a mistake, not a partner's own. */
function isReserved(name: VocabularyName, text: string, web: string): boolean {
  if (text.startsWith('urn:epcglobal:cbv:') || /^https?:\/\/ns\.gs1\.org\/cbv\//.test(text)) return true;
  if (name === 'measurement' || name === 'sensorAlert') return /^https?:\/\/(www\.)?gs1\.org\/voc\//.test(text);
  return text.startsWith(web);
}

/** The web URI of a term, as the event hash and a JSON-LD processor see it. */
export function webTerm(name: VocabularyName, text: string): string {
  const term = readTerm(name, text) ?? text;
  return VOCABULARIES[name].terms.has(term) ? VOCABULARIES[name].web + term : term;
}

/** RFC 3986 in so far as a wrong one would mislead: a scheme, a colon, and no character that must be escaped. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i.test(text);
}
