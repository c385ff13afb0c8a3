package clbdoctor.fact;

/** Whose load balancer it is. */
public enum CloudProvider {
  TENCENT,
  AWS,
  GCP,
  AZURE,
  ALIBABA,
  HUAWEI,
  OTHER
}
