exports.DefaultAzureCredential = class { constructor() { throw new Error("Azure identity is not part of this installation."); } };
