declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function decodeList(options: { encodedList: string }): Promise<{ length: number }>;
  export function checkStatus(options: object): Promise<{
    results: { status: boolean; credentialStatus: { statusPurpose: string } }[];
  }>;
}
