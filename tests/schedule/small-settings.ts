// The settings of a small service whose schedule is tried, in a folder with `in` and `ref`.
export const SMALL_SETTINGS = `service: {en: Test, cy: Prawf}
nation: Wales
areas: [W06000005]
languages: [en, cy]
extracts: in
reference: ref
deliveries: store
key_file: key
`;
